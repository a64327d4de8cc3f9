import graphlib
print(list(graphlib.TopologicalSorter({"D": {"B", "C"}, "B": {"A"}, "C": {"A"}}).static_order())[::3])
sorter = graphlib.TopologicalSorter()
sorter.add("a", "b", "c")
sorter.add("b", "c")
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready)
    sorter.done(*ready)
try:
    list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order())
except graphlib.CycleError as error:
    print(error, error.args[1], isinstance(error, ValueError))
try:
    sorter.add("x")
except ValueError as error:
    print(error)
try:
    sorter.done("nothing")
except ValueError as error:
    print(error)
print(graphlib.TopologicalSorter[str])
