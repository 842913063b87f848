using System.Text.Json.Serialization;

namespace DiagCodec.Allocation.Policies.Actions;

/// <summary>One action of the frame agent: the QPs of a GOP (DMIC II-B, "a loop of"; values reconstructed).</summary>
/// <param name="Key">QP_1, of the key frame, 0 to 51.</param>
/// <param name="Other">QP_2, of the seven frames before it, 0 to 51.</param>
[method: JsonConstructor]
public readonly record struct FrameQpPair(int Key, int Other);
