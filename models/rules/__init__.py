"""Rules as data, and one evaluator per kind: `rate`, `ratio` and `radius`; `evaluate` runs them."""
