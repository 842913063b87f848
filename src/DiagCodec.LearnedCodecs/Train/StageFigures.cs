using System.Collections.Immutable;
using System.Globalization;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>What an epoch of a stage is validated by, in the order of the stage's names.</summary>
/// <param name="Values">Null for what is not defined.</param>
internal sealed record StageFigures(ImmutableArray<double?> Values)
{
    /// <summary>Such as "validation: PSNR 35.1, Dice vessel 0.71"; null where nothing was validated.</summary>
    public string? Told(ImmutableArray<string> names)
    {
        string[] told = [.. names.Zip(Values).Where(f => f.Second is not null).Select(f => $"{f.First} {f.Second!.Value.ToString("0.####", CultureInfo.InvariantCulture)}")];
        return told.Length == 0 ? null : $"validation: {string.Join(", ", told)}";
    }
}
