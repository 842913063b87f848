using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Integers from 0 to below high.</summary>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator);

    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        var options = new TensorOptions(dtype ?? ScalarType.Int64, device, requires_grad);
        var result = Shim.ts_random_integers(low, high, size, size.Length, Generator.HandleOf(generator), options);
        GC.KeepAlive(generator);
        return result;
    }

    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        var options = new TensorOptions(dtype ?? ScalarType.Int64, device, requires_grad);
        var result = Shim.ts_random_permutation(n, Generator.HandleOf(generator), options);
        GC.KeepAlive(generator);
        return result;
    }

    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);

    /// <summary>Seeds the default generators of all devices; the result is the CPU's.</summary>
    public static Generator manual_seed(long seed)
    {
        Shim.ts_manual_seed(seed);
        return Generator.Default;
    }

    public partial class Tensor
    {
        public Tensor bernoulli(Generator? generator = null)
        {
            var result = Shim.ts_bernoulli(this, Generator.HandleOf(generator));
            GC.KeepAlive(generator);
            return result;
        }

        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null)
        {
            var result = Shim.ts_multinomial(this, num_samples, replacement, Generator.HandleOf(generator));
            GC.KeepAlive(generator);
            return result;
        }

        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            Shim.ts_uniform_(this, from, to, Generator.HandleOf(generator));
            GC.KeepAlive(generator);
            return this;
        }

        public Tensor normal_(double mean = 0.0, double stddev = 1.0, Generator? generator = null)
        {
            Shim.ts_normal_(this, mean, stddev, Generator.HandleOf(generator));
            GC.KeepAlive(generator);
            return this;
        }

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            Shim.ts_bernoulli_(this, p, Generator.HandleOf(generator));
            GC.KeepAlive(generator);
            return this;
        }
    }
}
