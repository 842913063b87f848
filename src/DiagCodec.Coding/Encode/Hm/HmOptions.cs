namespace DiagCodec.Coding.Encode.Hm;

/// <summary>Which HM is driven, and how it takes block QPs.</summary>
public sealed record HmOptions
{
    public const string DefaultMapOption = "--CtuQpMap";

    /// <summary>Path of TAppEncoder; see <see cref="HmProgram"/>.</summary>
    public required string Program { get; init; }

    /// <summary>
    /// Option of a changed HM that takes a file of CTU offsets, with or without dashes; HM itself has none. Used only by plans with
    /// block offsets.
    /// </summary>
    public string MapOption { get; init; } = DefaultMapOption;
}
