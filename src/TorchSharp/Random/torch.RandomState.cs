namespace TorchSharp;

public static partial class torch
{
    public static partial class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>The state of the CPU's default generator.</summary>
        public static Tensor get_rng_state()
        {
            using var shared = Generator.Default;
            return shared.get_state();
        }

        public static void set_rng_state(Tensor new_state)
        {
            using var shared = Generator.Default;
            shared.set_state(new_state);
        }
    }
}
