namespace DiagCodec.Coding.Archive;

/// <summary>The entries of an archive. There are no others.</summary>
internal static class EntryNames
{
    public const string Manifest = "manifest.json";
    public const string Video = "video.hevc";
    public const string QpMap = "qp-map.br";
    public const string Headers = "headers.br";
    public const string Padding = "padding.br";

    public static IReadOnlyList<string> All { get; } = [Manifest, Video, QpMap, Headers, Padding];
}
