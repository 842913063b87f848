using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>What HM says of one picture.</summary>
/// <param name="Type">I or P.</param>
/// <param name="Bits">Of its NAL units but SEI; the first picture's parameter sets are among them.</param>
/// <param name="Seconds">Encoding time, 0 where HM does not say it.</param>
internal sealed record HmPicture(string Type, long Bits, double Seconds);

/// <summary>
/// Reads what HM says while it works, and stops at the first line that breaks the agreement. Lines are sought for their fixed parts
/// only, because versions differ in the rest (nQP before QP, chroma PSNR, MSE, MS-SSIM, reference lists).
/// </summary>
internal sealed partial class HmLog
{
    private const int WordsKept = 8;

    private readonly ImmutableArray<int> _asked;
    private readonly HmPicture?[] _pictures;
    private readonly Queue<string> _words = new();
    private readonly string? _mapOption;

    /// <param name="asked">Slice QP asked for, of every frame.</param>
    /// <param name="mapOption">The option for block QPs if it was used.</param>
    public HmLog(ImmutableArray<int> asked, string? mapOption)
    {
        _asked = asked;
        _pictures = new HmPicture?[asked.Length];
        _mapOption = mapOption;
    }

    /// <summary>As HM says it, as in 16.25; null before it did.</summary>
    public string? Version { get; private set; }

    /// <summary>Size of the stream, where HM says it.</summary>
    public long? BytesWritten { get; private set; }

    /// <summary>CPU time of the whole run; 0 where HM does not say it.</summary>
    public TimeSpan ProcessorTime { get; private set; }

    /// <summary>The end of what it said, in one line.</summary>
    public string LastWords => string.Join(" | ", _words);

    /// <exception cref="ToolException">It is an HM that does not read our configuration, or does not do what it was asked.</exception>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            Keep(line.Trim());
        }

        CheckOption(line);
        if (PictureLine().Match(line) is { Success: true } picture)
        {
            AddPicture(picture);
        }
        else if (HmVersion.Of(line) is { } version)
        {
            Version = HmVersion.IsKnown(version)
                ? version
                : throw new ToolException($"HM {version}: expected {HmVersion.Expected}; name another with --hm-path");
        }
        else if (BytesLine().Match(line) is { Success: true } bytes && long.TryParse(bytes.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            BytesWritten = count;
        }
        else if (TimeLine().Match(line) is { Success: true } time)
        {
            ProcessorTime = TimeSpan.FromSeconds(Math.Min(Number(time.Groups[1]), TimeSpan.MaxValue.TotalSeconds / 2));
        }
    }

    /// <summary>For lines of standard error too: HM calls an option that it does not know by name, there or here.</summary>
    /// <exception cref="ToolException">This HM has no option for block QPs.</exception>
    public void CheckOption(string line)
    {
        if (_mapOption is not null && line.Contains(_mapOption.TrimStart('-'), StringComparison.OrdinalIgnoreCase) && Refusal().IsMatch(line))
        {
            throw new ToolException(
                $"this HM has no option {_mapOption} for block QPs (HM itself has none): \"{line.Trim()}\"; name your build's with --hm-map-option, or use frame QPs only");
        }
    }

    /// <summary>Every picture, in order.</summary>
    /// <exception cref="ToolException">HM did not say its version, or left out pictures.</exception>
    public ImmutableArray<HmPicture> Complete()
    {
        if (Version is null)
        {
            throw new ToolException($"the program named as HM does not say its version as HM does: {(LastWords.Length == 0 ? "it said nothing" : LastWords)}");
        }

        var missing = Array.IndexOf(_pictures, null);
        return missing < 0
            ? [.. _pictures.Select(p => p!)]
            : throw new ToolException($"HM reported {_pictures.Count(p => p is not null)} of {_pictures.Length} frames, not frame {missing}: {LastWords}");
    }

    private static double Number(Group group) =>
        double.TryParse(group.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private void AddPicture(Match line)
    {
        if (!int.TryParse(line.Groups["poc"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var poc)
            || !int.TryParse(line.Groups["qp"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var qp)
            || !long.TryParse(line.Groups["bits"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
        {
            throw new ToolException($"HM said what cannot be: {line.Value}");
        }

        if (poc >= _pictures.Length || _pictures[poc] is not null)
        {
            throw new ToolException($"HM reported frame {poc}, {(poc < _pictures.Length ? "for the second time" : $"but there are {_pictures.Length}")}");
        }

        if (qp != _asked[poc])
        {
            throw new ToolException($"HM coded frame {poc} at QP {qp}, asked for was {_asked[poc]}; does this build change QPs, or read --dQPFile otherwise?");
        }

        var (type, expected) = (line.Groups["type"].Value.ToUpperInvariant(), poc == 0 ? "I" : "P");
        if (type != expected)
        {
            throw new ToolException($"HM coded frame {poc} as {type} slice, asked for was {expected}");
        }

        _pictures[poc] = new HmPicture(type, bits, Number(TimeOfPicture().Match(line.Value).Groups[1]));
    }

    private void Keep(string line)
    {
        _words.Enqueue(line.Length > 200 ? line[..200] : line);
        if (_words.Count > WordsKept)
        {
            _words.Dequeue();
        }
    }

    [GeneratedRegex(@"\bPOC\s+(?<poc>\d+)\s.*?\(\s*(?<type>[A-Za-z])-SLICE\b[^)]*?\bQP\s*(?<qp>-?\d+)\s*\)\s*(?<bits>\d+)\s*bits.*")]
    private static partial Regex PictureLine();

    [GeneratedRegex(@"\[\s*ET\s+(\d+(?:\.\d+)?)\s*\]")]
    private static partial Regex TimeOfPicture();

    [GeneratedRegex(@"\bBytes written to file:\s*(\d+)")]
    private static partial Regex BytesLine();

    [GeneratedRegex(@"\bTotal Time:\s*(\d+(?:\.\d+)?)\s*sec")]
    private static partial Regex TimeLine();

    [GeneratedRegex(@"\b(unknown|unhandled|unrecogni[sz]ed|no such option)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Refusal();
}
