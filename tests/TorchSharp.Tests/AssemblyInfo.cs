// The generators of random numbers, the thread count and the counter of live tensors are the process's.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
