// Every test starts programs that use both cores of a small machine.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
