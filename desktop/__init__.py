"""All that the planner sees or calls; the only package that imports Qt."""
