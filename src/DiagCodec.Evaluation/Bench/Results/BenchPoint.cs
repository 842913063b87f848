namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>A case coded by a method at one parameter, or the attempt.</summary>
/// <param name="Case">Its name.</param>
/// <param name="Method">Its name.</param>
/// <param name="Parameter">Of the method's grid.</param>
/// <param name="Key">Hash of all that the stream follows from; names the folder of the stream in the bench's own folder.</param>
public sealed record BenchPoint(string Case, string Method, double Parameter, string Key)
{
    /// <summary>One line; null where the point was measured. Its log is failed/KEY.log.</summary>
    public string? Error { get; init; }

    /// <summary>Null only where there is an error.</summary>
    public PointFigures? Figures { get; init; }

    public PointTimes? Times { get; init; }
}
