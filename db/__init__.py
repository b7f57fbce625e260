"""All that reads or writes files. Nothing here imports Qt; records go in and out, never rows."""
