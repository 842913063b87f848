using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>From the numbers of a label file to the class numbers of a task.</summary>
public sealed class LabelMapping
{
    private const string Example = "1=1,2=1,*=0";
    private const string Others = "*";

    private readonly ImmutableDictionary<int, byte> _named;
    private readonly byte? _others;

    private LabelMapping(string text, ImmutableDictionary<int, byte> named, byte? others) => (Text, _named, _others) = (text, named, others);

    /// <summary>
    /// Every number is its own class; but where a file holds only 0 and one other number and the task has one class, the other number
    /// is that class, since many sets write 255 for 1.
    /// </summary>
    public static LabelMapping Default { get; } = new("", ImmutableDictionary<int, byte>.Empty, null);

    /// <summary>As it was parsed; empty for <see cref="Default"/>.</summary>
    public string Text { get; }

    public bool IsDefault => Text.Length == 0;

    /// <param name="text">
    /// Pairs number=class with commas between them, such as 1=1,2=1,*=0. The star stands for all numbers above 0 that are not named; 0
    /// stays the background unless it is named. Without a star, a number that is not named is its own class.
    /// </param>
    /// <exception cref="UsageException">It is no such list; all faults are named.</exception>
    public static LabelMapping Parse(string text)
    {
        var (named, others, faults) = (ImmutableDictionary.CreateBuilder<int, byte>(), (byte?)null, new List<string>());
        foreach (var pair in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var sides = pair.Split('=', StringSplitOptions.TrimEntries);
            int? number = sides[0] == Others ? -1 : Number(sides[0], ushort.MaxValue);
            if (sides.Length != 2 || number is not { } from || Number(sides[1], byte.MaxValue) is not { } to)
            {
                faults.Add($"expected number=class with a number 0 to {ushort.MaxValue} or *, and a class 0 to {byte.MaxValue}, found '{OneLine.Of(pair)}'");
            }
            else if (from < 0 ? others is not null : named.ContainsKey(from))
            {
                faults.Add($"expected every number once, found '{sides[0]}' twice");
            }
            else if (from < 0)
            {
                others = (byte)to;
            }
            else
            {
                named.Add(from, (byte)to);
            }
        }

        return faults.Count == 0
            ? new LabelMapping(text, named.ToImmutable(), others)
            : throw new UsageException($"label mapping '{OneLine.Of(text)}': {OneLine.List(faults)}; write it as {Example}");
    }

    /// <summary>The class of every number that a file holds.</summary>
    /// <param name="numbers">The different numbers of the file, 0 or more each.</param>
    /// <param name="classes">Classes of the task without the background, 1 to 255.</param>
    /// <param name="file">For messages.</param>
    /// <returns>Indexed by number, as long as the highest asks for.</returns>
    /// <exception cref="UsageException">The mapping names a class that the task does not have.</exception>
    /// <exception cref="InvalidInputException">A number is not mapped and is no class of the task.</exception>
    public byte[] Table(IReadOnlyCollection<int> numbers, int classes, string file)
    {
        if (_named.Values.Append(_others ?? 0).Max() is var highest && highest > classes)
        {
            throw new UsageException($"label mapping '{OneLine.Of(Text)}': class {highest}: the task has classes 0 to {classes}");
        }

        var table = new byte[numbers.DefaultIfEmpty().Max() + 1];
        if (IsDefault && classes == 1 && numbers.Count(n => n != 0) == 1)
        {
            table[numbers.Single(n => n != 0)] = 1;
            return table;
        }

        foreach (var number in numbers.Order())
        {
            table[number] = _named.TryGetValue(number, out var to) ? to
                : number != 0 && _others is { } others ? others
                : number <= classes ? (byte)number
                : throw new InvalidInputException(
                    $"{file}: holds the number {number}, which is no class of the task (0 to {classes}) and is not mapped; give a label mapping such as {number}={classes} or *=0");
        }

        return table;
    }

    /// <summary>The class of every voxel; see <see cref="Table"/>.</summary>
    /// <param name="numbers">As the file holds them.</param>
    /// <param name="classes">Classes of the task without the background, 1 to 255.</param>
    /// <param name="file">For messages.</param>
    /// <exception cref="UsageException">The mapping names a class that the task does not have.</exception>
    /// <exception cref="InvalidInputException">A number is not mapped and is no class of the task.</exception>
    public byte[] Map(ReadOnlySpan<byte> numbers, int classes, string file)
    {
        var isThere = new bool[byte.MaxValue + 1];
        foreach (var number in numbers)
        {
            isThere[number] = true;
        }

        var table = Table([.. Enumerable.Range(0, isThere.Length).Where(n => isThere[n])], classes, file);
        var labels = new byte[numbers.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = table[numbers[i]];
        }

        return labels;
    }

    private static int? Number(string text, int highest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= highest ? number : null;
}
