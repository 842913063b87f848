using DiagCodec.Networks.Models;
using DiagCodec.Networks.Tests.Support;

namespace DiagCodec.Networks.Tests.Models;

public sealed class InputAcceptanceTests
{
    private static readonly InputFacts Usual = new("CT", new NumberRange(-1024, 1500), 0.5);

    [Fact]
    public void The_usual_image_raises_no_note() => Assert.Empty(Check(Usual));

    [Fact]
    public void The_edges_belong_to_the_range() =>
        Assert.Empty(Check(Usual with { Values = new NumberRange(-1024, 3071), PixelSpacing = 0.3 }));

    [Fact]
    public void What_nobody_measured_is_noted()
    {
        var notes = Check(new InputFacts(null, new NumberRange(-2000, 1500), 1.5));
        Assert.Equal(3, notes.Length);
        Assert.Contains("modality is not known", notes[0], StringComparison.Ordinal);
        Assert.Equal("values: expected -1024 to 3071, found -2000 to 1500", notes[1]);
        Assert.Equal("pixel spacing: expected 0.3 to 1 mm, found 1.5 mm", notes[2]);
        Assert.Contains("spacing is not known", Assert.Single(Check(Usual with { PixelSpacing = null })), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_task_cannot_mean_anything_for_is_refused_with_all_reasons() =>
        Told.Of(
            () => Check(new InputFacts("MR", new NumberRange(5000, 5100), 0.5)),
            "i.dcm", "coronary-cta", "modality: expected CT, found MR", "expected some within -1024 to 3071, found 5000 to 5100", "at least 300");

    [Fact]
    public void A_flat_image_and_values_that_are_none_are_refused()
    {
        Told.Of(() => Check(Usual with { Values = new NumberRange(0, 0) }), "at least 300");
        Told.Of(() => Check(Usual with { Values = new NumberRange(double.NaN, double.NaN) }), "within -1024 to 3071");
    }

    [Fact]
    public void A_task_without_limits_asks_for_the_modality_alone()
    {
        var task = Tasks.Full with { Accepts = new AcceptedInput(["XA", "CT"], null, null, null) };
        Assert.Empty(InputAcceptance.Check(task, new InputFacts("CT", new NumberRange(0, 0), null), "i"));
        Told.Of(() => InputAcceptance.Check(task, new InputFacts("MR", new NumberRange(0, 0), null), "i"), "XA, CT");
    }

    private static System.Collections.Immutable.ImmutableArray<string> Check(InputFacts facts) => InputAcceptance.Check(Tasks.Full, facts, "i.dcm");
}
