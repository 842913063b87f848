using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_manual_seed(long seed);

    [LibraryImport(Library)]
    internal static partial nint ts_generator(long seed, int device, int index);

    [LibraryImport(Library)]
    internal static partial nint ts_default_generator(int device, int index);

    [LibraryImport(Library)]
    internal static partial void ts_dispose_generator(nint generator);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_generator_seed(nint generator, long seed);

    [LibraryImport(Library)]
    internal static partial long ts_generator_initial_seed(nint generator);

    [LibraryImport(Library)]
    internal static partial Tensor ts_generator_state(nint generator);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_set_generator_state(nint generator, Tensor state);

    [LibraryImport(Library)]
    internal static partial Tensor ts_random_uniform(ReadOnlySpan<long> size, int count, nint generator, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_random_normal(ReadOnlySpan<long> size, int count, nint generator, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_random_integers(long low, long high, ReadOnlySpan<long> size, int count, nint generator, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_random_permutation(long count, nint generator, TensorOptions wanted);

    [LibraryImport(Library)]
    internal static partial Tensor ts_bernoulli(Tensor self, nint generator);

    [LibraryImport(Library)]
    internal static partial Tensor ts_multinomial(Tensor self, long samples, [MarshalAs(UnmanagedType.Bool)] bool replacement, nint generator);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_uniform_(Tensor self, double @from, double to, nint generator);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_normal_(Tensor self, double mean, double deviation, nint generator);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_bernoulli_(Tensor self, double probability, nint generator);

    [LibraryImport(Library)]
    internal static partial Tensor ts_dropout(Tensor self, double probability, [MarshalAs(UnmanagedType.Bool)] bool training);

    [LibraryImport(Library)]
    internal static partial Tensor ts_feature_dropout(Tensor self, double probability, [MarshalAs(UnmanagedType.Bool)] bool training);
}
