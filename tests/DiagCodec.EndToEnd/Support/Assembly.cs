using System.Runtime.Versioning;

// Every test starts programs that use both cores of a small machine.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

// Signals, mounts and file modes are what the faults are made of.
[assembly: SupportedOSPlatform("linux")]
