// libtorch's number of threads and its random state are one for all tests.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
