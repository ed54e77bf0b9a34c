"""The draft on paper, on the screen and for machines: PDF, HTML, Akoma Ntoso, Markdown."""
