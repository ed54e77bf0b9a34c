"""From the lines a template wrote to the draft tree: sections, nodes, numbers, references."""
