using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A tensor that a module learns.</summary>
        public class Parameter : torch.Tensor
        {
            /// <param name="data">Its values; the parameter takes its memory over, and the tensor is invalid from then on.</param>
            /// <param name="requires_grad">Whether it is learnt.</param>
            public Parameter(torch.Tensor data, bool requires_grad = true)
                : base(Take(data))
            {
                this.requires_grad = requires_grad;
            }

            private static nint Take(torch.Tensor data)
            {
                ArgumentNullException.ThrowIfNull(data);
                if (data.is_leaf)
                {
                    return data.TakeHandle();
                }

                using (data)
                {
                    return data.detach().TakeHandle();
                }
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
