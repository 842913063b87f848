using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Models;

/// <summary>The ranges of task.json. Every fault names the field, what was expected and what came; all are found at once.</summary>
internal static partial class ModelTaskCheck
{
    private const int LongestText = 4000;

    public static List<string> Find(ModelTask task)
    {
        var faults = new FieldFaults();
        faults.Expect(task.Schema == ModelTask.CurrentSchema, "schema", $"{ModelTask.CurrentSchema}", task.Schema);
        faults.Expect(ModelName.IsValid(task.Name), "name", ModelName.Rule, task.Name);
        Text(faults, "description", task.Description, LongestText);
        faults.Expect(Modality().IsMatch(task.Modality), "modality", "a DICOM modality", task.Modality);
        Classes(faults, task.Classes);
        Input(faults, task.Input);
        Network(faults, task.Network);
        faults.Expect(task.Output.SmallestComponent is >= 0 and <= 1_000_000, "output.smallestComponent", "0 to 1000000", task.Output.SmallestComponent);
        Foreground(faults, task);
        Accepts(faults, task.Accepts);
        Variants(faults, task.Variants);
        Training(faults, task);
        Text(faults, "licence", task.Licence, LongestText);
        return faults.Found;
    }

    private static void Classes(FieldFaults faults, ImmutableArray<ModelClass> classes)
    {
        if (classes.IsDefaultOrEmpty || classes.Length > 255)
        {
            faults.Add("classes", "1 to 255 classes", classes.IsDefault ? 0 : classes.Length);
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < classes.Length; i++)
        {
            var (place, one) = ($"classes[{i}]", classes[i]);
            if (one is null)
            {
                faults.Add(place, "a class", "null");
                continue;
            }

            faults.Expect(one.Number == i + 1, $"{place}.number", $"{i + 1}", one.Number);
            faults.Expect(ClassName().IsMatch(one.Name), $"{place}.name", "1 to 64 letters, digits, spaces and hyphens", one.Name);
            faults.Expect(names.Add(one.Name), $"{place}.name", "a name of its own", one.Name);
            faults.Expect(Colour().IsMatch(one.Colour), $"{place}.colour", "#rrggbb", one.Colour);
            Concept(faults, $"{place}.category", one.Category);
            Concept(faults, $"{place}.type", one.Type);
        }
    }

    private static void Concept(FieldFaults faults, string place, CodedConcept concept)
    {
        Text(faults, $"{place}.value", concept.Value, 16);
        Text(faults, $"{place}.scheme", concept.Scheme, 16);
        Text(faults, $"{place}.meaning", concept.Meaning, 64);
    }

    private static void Input(FieldFaults faults, ModelInput input)
    {
        faults.Expect(Enum.IsDefined(input.Kind), "input.kind", "hu or code", input.Kind);
        Range(faults, "input", new NumberRange(input.Low, input.High));
        Positive(faults, "input.spacing", input.Spacing);
        faults.Expect(input.Slices is >= 1 and <= 15 && input.Slices % 2 == 1, "input.slices", "an odd number from 1 to 15", input.Slices);
        Positive(faults, "input.sliceSpacing", input.SliceSpacing);
        Positive(faults, "input.localContrast", input.LocalContrast);
    }

    private static void Network(FieldFaults faults, NetworkLayout network)
    {
        faults.Expect(Enum.IsDefined(network.Kind), "network.kind", "unet2d", network.Kind);
        faults.Expect(network.Groups is >= 1 and <= 4096, "network.groups", "1 to 4096", network.Groups);
        if (network.Widths.IsDefault || network.Widths.Length is < 2 or > 8)
        {
            faults.Add("network.widths", "2 to 8 levels", network.Widths.IsDefault ? 0 : network.Widths.Length);
            return;
        }

        var isEven = network.Groups < 1 || network.Widths.All(w => w % network.Groups == 0);
        faults.Expect(
            isEven && network.Widths.All(w => w is >= 1 and <= 4096),
            "network.widths",
            $"1 to 4096 each, in multiples of the {network.Groups} groups",
            $"[{string.Join(", ", network.Widths)}]");
    }

    private static void Foreground(FieldFaults faults, ModelTask task)
    {
        var numbers = task.Foreground.IsDefault ? [] : task.Foreground;
        var most = task.Classes.IsDefault ? 0 : task.Classes.Length;
        var isRising = numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
        faults.Expect(
            numbers.Length > 0 && isRising && numbers[0] >= 1 && numbers[^1] <= most,
            "foreground",
            $"rising numbers from 1 to {most}",
            $"[{string.Join(", ", numbers.Take(20))}]");
    }

    private static void Accepts(FieldFaults faults, AcceptedInput accepts)
    {
        var modalities = accepts.Modalities.IsDefault ? [] : accepts.Modalities;
        faults.Expect(
            modalities.Length > 0 && modalities.All(m => m is not null && Modality().IsMatch(m)),
            "accepts.modalities",
            "one or more DICOM modalities",
            $"[{string.Join(", ", modalities.Take(20))}]");
        Range(faults, "accepts.physicalRange", accepts.PhysicalRange);
        Positive(faults, "accepts.minimumRange", accepts.MinimumRange);
        Range(faults, "accepts.pixelSpacing", accepts.PixelSpacing);
        faults.Expect(accepts.PixelSpacing is null or { Low: > 0 }, "accepts.pixelSpacing", "more than 0", accepts.PixelSpacing);
    }

    private static void Variants(FieldFaults faults, ModelVariants variants)
    {
        if (variants.Plain is { } plain)
        {
            VouchedWeights.Check(faults, "variants.plain", plain.File, plain.Sha256);
        }

        if (variants.Hardened is { } hardened)
        {
            VouchedWeights.Check(faults, "variants.hardened", hardened.File, hardened.Sha256);
            faults.Expect(variants.Plain is not null, "variants.plain", "weights, as there are hardened ones", "null");
            faults.Expect(hardened.File != variants.Plain?.File, "variants.hardened.file", "a file of its own", hardened.File);
        }
    }

    private static void Training(FieldFaults faults, ModelTask task)
    {
        if (task.Training is not { } training)
        {
            faults.Expect(task.Variants.Plain is null, "training", "how the weights were made", "null");
            return;
        }

        Text(faults, "training.command", training.Command, LongestText);
        faults.Expect(training.Seed >= 0, "training.seed", "0 or more", training.Seed);
        Text(faults, "training.data", training.Data, LongestText);
        Text(faults, "training.split", training.Split, LongestText);
    }

    private static void Range(FieldFaults faults, string place, NumberRange? range) => faults.Expect(
        range is null || (double.IsFinite(range.Low) && double.IsFinite(range.High) && range.Low < range.High),
        place,
        "low below high, both finite",
        range);

    private static void Positive(FieldFaults faults, string place, double? number) =>
        faults.Expect(number is null || (double.IsFinite(number.Value) && number > 0), place, "more than 0, or null", number);

    private static void Text(FieldFaults faults, string place, string text, int longest) =>
        faults.Expect(!string.IsNullOrWhiteSpace(text) && text.Length <= longest, place, $"a text of 1 to {longest} characters", text);

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Modality();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9 -]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
