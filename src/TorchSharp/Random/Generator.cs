using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a state of its own.</summary>
    public sealed class Generator : IDisposable
    {
        private nint _handle;

        /// <param name="seed">Where the sequence starts.</param>
        /// <param name="device">Which device's tensors it fills.</param>
        public Generator(ulong seed = 0, Device? device = null)
            : this(Shim.ts_generator((long)seed, (int)(device ?? CPU).type, (device ?? CPU).index))
        {
        }

        private Generator(nint handle) => _handle = handle != 0 ? handle : throw Shim.LastError();

        ~Generator() => Free();

        /// <summary>The CPU's own, which serves where none is given.</summary>
        public static Generator Default => new(Shim.ts_default_generator((int)DeviceType.CPU, -1));

        public long initial_seed()
        {
            var seed = Shim.ts_generator_initial_seed(Handle);
            GC.KeepAlive(this);
            return seed;
        }

        public Generator manual_seed(long seed)
        {
            Shim.ts_generator_seed(Handle, seed);
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>All that decides the numbers to come, as bytes.</summary>
        public Tensor get_state()
        {
            var state = Shim.ts_generator_state(Handle);
            GC.KeepAlive(this);
            return state;
        }

        public void set_state(Tensor value)
        {
            Shim.ts_set_generator_state(Handle, value);
            GC.KeepAlive(this);
        }

        public void Dispose()
        {
            Free();
            GC.SuppressFinalize(this);
        }

        internal static nint HandleOf(Generator? generator) => generator?.Handle ?? 0;

        private nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator));

        private void Free()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
            {
                Shim.ts_dispose_generator(handle);
            }
        }
    }
}
