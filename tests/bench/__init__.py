"""Measurements, printed side by side with baselines measured in the same run; no timing is asserted anywhere.

`python -m tests.bench` runs all sections, `python -m tests.bench --quick rooms` a short run of one. A section
is a module here with a function `run(quick: bool) -> Table`, named in `__main__.py`.
"""
