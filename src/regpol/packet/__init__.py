"""Packets: for a region and each of its units, everything that is signed and sent, in one folder each.

    contents     templates/paket.yaml -> the papers and tables a packet may have
    choosing     contents + project -> what is made for the region and for a unit, what is missing or waived, and why
    counting     people by situation + months -> lines of the contribution computation, months, sums
    brief        what the packet's own templates see
    papers       template + brief -> DOCX and PDF
    sheets       participants, computation, months and registration as XLSX
    merging      PDFs -> one with bookmarks;  zipping: files -> one zip with the same bytes each time
    numbers      each number from one place -> angka.json
    building     everything of one unit, in a folder that nobody else sees
    kept         what a finished folder was made from, and whether it is still that
    pool         units over worker processes;  page: the run as index.html

The folder of a run::

    OUT/index.html                     status, sums, what needs attention; no personal data
    OUT/kuitansi.json                  the receipt, written by the verb
    OUT/paket.zip                      all units
    OUT/52.71-Kota-Mataram/            papers of the region as a whole
    OUT/52.71.01-Ampenan/              one folder a unit: code and name, never what a file system refuses
        01-surat-pengantar.docx .pdf   numbered by the order of templates/paket.yaml
        TERBATAS/07-daftar-peserta...  everything with personal rows, mode 600; not there with --publik
        paket.pdf                      all PDFs with bookmarks, the restricted ones too unless --publik
        paket.zip                      everything in the folder
        angka.json                     see below
        .sidik.json                    what it was made from, by kind, and the hash of each file

``angka.json``, for whoever reads the finished files back (rupiah and pieces are whole numbers)::

    {"susunan": "regpol-angka-1", "unit": "52.71.01", "nama": "Ampenan",
     "angka": [{"kunci": "orang", "nilai": 53, "tampil": ["53 (lima puluh tiga)", "53"],
                "di": [{"berkas": "03-perjanjian.pdf"}, {"berkas": "08-rab.xlsx", "lembar": "RAB", "sel": "F10"}]}],
     "gabungan": [{"berkas": "paket.pdf", "bagian": ["01-surat-pengantar.pdf", "03-perjanjian.pdf"]}]}

``angka`` has every amount that may stand in any file of the folder; ``di`` names the files, and of a workbook
sheet and cell, in which it must stand. Keys: ``orang``, ``sebulan``, ``setahun``, ``bulan``,
``kategori:KODE:orang`` and ``:sebulan``, ``program:KODE:setahun``, ``rab:N:besaran`` and ``:jumlah``,
``bulan:N:jumlah``, ``didaftarkan``, ``tidak-didaftarkan``.
"""
