using System.Reflection;

namespace DiagCodec.Cli;

/// <summary>Name and version of this program, as manifests and DICOM files carry it.</summary>
internal static class ToolVersion
{
    public static string Number { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static string NameAndNumber => $"diagcodec {Number}";
}
