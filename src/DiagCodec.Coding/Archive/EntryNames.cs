namespace DiagCodec.Coding.Archive;

/// <summary>The entries of an archive. There are no others.</summary>
internal static class EntryNames
{
    public const string Manifest = "manifest.json";
    public const string Video = "video.hevc";
    public const string Learned = "latents.dgl";
    public const string QpMap = "qp-map.br";
    public const string Headers = "headers.br";
    public const string Padding = "padding.br";

    /// <summary>The coded slices: the video, or what stands in its place.</summary>
    public static string StreamOf(Archive.Manifest manifest) => manifest.Video.Learned is null ? Video : Learned;

    public static IReadOnlyList<string> All { get; } = [Manifest, Video, Learned, QpMap, Headers, Padding];
}
