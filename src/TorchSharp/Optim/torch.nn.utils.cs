using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Scales all gradients together so that their norm as one vector is at most max_norm.</summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var handles = new Handles(tensors);
                using var norm = Shim.ts_clip_grad_norm(handles.Values, handles.Count, max_norm, norm_type);
                return norm.ToDouble();
            }
        }
    }
}
