import graphlib
graphlib.TopologicalSorter({1: [2]})
list(graphlib.TopologicalSorter({1: [1]}).static_order())
graphlib.TopologicalSorter({1: [2]}).done(1)
