namespace DiagCodec.Allocation.Policies.States;

/// <summary>The physical values that agents tell apart: of HU for CT, of grey levels for pictures.</summary>
/// <param name="Low">Becomes 0.</param>
/// <param name="High">Becomes 1; above <paramref name="Low"/>.</param>
public sealed record StateWindow(double Low, double High);
