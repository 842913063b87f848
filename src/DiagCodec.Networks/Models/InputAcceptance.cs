using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Models;

/// <summary>Holds an image against what a task was trained for.</summary>
public static class InputAcceptance
{
    /// <summary>
    /// Notes on what is unusual: values beyond the range, another pixel spacing, an unknown modality or spacing. A network works on
    /// these, but nobody has measured how well.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="facts">What is known of the image.</param>
    /// <param name="source">Name of the image, for messages.</param>
    /// <exception cref="InvalidInputException">Another modality, no value within the range, or values too close together: the task
    /// cannot mean anything for such an image.</exception>
    public static ImmutableArray<string> Check(ModelTask task, InputFacts facts, string source)
    {
        var (accepts, refusals, notes) = (task.Accepts, new List<string>(), ImmutableArray.CreateBuilder<string>());
        if (facts.Modality is null)
        {
            notes.Add($"the modality is not known; task {task.Name} was trained on {string.Join(", ", accepts.Modalities)}");
        }
        else if (!accepts.Modalities.Contains(facts.Modality))
        {
            refusals.Add($"modality: expected {string.Join(", ", accepts.Modalities)}, found {OneLine.Of(facts.Modality)}");
        }

        CheckValues(accepts, facts.Values, refusals, notes);
        CheckSpacing(task, facts.PixelSpacing, notes);
        return refusals.Count == 0
            ? notes.ToImmutable()
            : throw new InvalidInputException($"{source}: is no image for task {task.Name}: {OneLine.List(refusals)}; choose another task");
    }

    private static void CheckValues(AcceptedInput accepts, NumberRange values, List<string> refusals, ImmutableArray<string>.Builder notes)
    {
        if (accepts.PhysicalRange is { } range && !range.Meets(values))
        {
            refusals.Add($"values: expected some within {range}, found {values}");
        }
        else if (accepts.PhysicalRange is { } usual && !usual.Covers(values))
        {
            notes.Add($"values: expected {usual}, found {values}");
        }

        // Written so that a NaN is refused.
        if (accepts.MinimumRange is { } least && !(values.High - values.Low >= least))
        {
            refusals.Add(FormattableString.Invariant($"values: expected a range of at least {least}, found {values}"));
        }
    }

    private static void CheckSpacing(ModelTask task, double? spacing, ImmutableArray<string>.Builder notes)
    {
        if (task.Accepts.PixelSpacing is not { } usual)
        {
            return;
        }

        if (spacing is not { } found)
        {
            notes.Add($"the pixel spacing is not known; task {task.Name} was trained on {usual} mm");
        }
        else if (!usual.Covers(new NumberRange(found, found)))
        {
            notes.Add(FormattableString.Invariant($"pixel spacing: expected {usual} mm, found {found} mm"));
        }
    }
}
