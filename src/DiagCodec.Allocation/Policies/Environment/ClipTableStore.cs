using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>Figures of coded plans on disk, one small file each, so that a table that was cut off is taken up.</summary>
/// <param name="folder">Made where it is missing.</param>
public sealed class ClipTableStore(string folder)
{
    /// <summary>Rises when the same plan gives other figures.</summary>
    private const string Version = "policy table 1";

    /// <param name="parts">Everything that figures follow from: samples, masks, weights, encoder, QPs.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Key(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(Version);
        foreach (var part in parts)
        {
            text.Append('\n').Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <returns>Null where it is missing or broken: it is made again.</returns>
    public PlanFigures? Read(string key)
    {
        try
        {
            var path = PathOf(key);
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), ClipTableContext.Default.PlanFigures) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <exception cref="OutputException">It cannot be written.</exception>
    public void Write(string key, PlanFigures figures)
    {
        OutputFolder.Make(folder);
        using var file = new PendingFile(PathOf(key), overwrite: true);
        try
        {
            JsonSerializer.Serialize(file.Stream, figures, ClipTableContext.Default.PlanFigures);
        }
        catch (IOException e)
        {
            throw new OutputException($"{PathOf(key)}: cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        file.Commit();
    }

    private string PathOf(string key) => Path.Combine(folder, key[..32] + ".json");
}

[JsonSerializable(typeof(PlanFigures))]
internal sealed partial class ClipTableContext : JsonSerializerContext;
