using DiagCodec.Evaluation.Reports.Encode;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed class SliceChoiceTests
{
    [Fact]
    public void One_from_each_of_equal_parts()
    {
        Prop.ForAll<PositiveInt, PositiveInt>((slices, count) =>
        {
            var chosen = SliceChoice.Evenly(slices.Get, count.Get);
            return chosen.Length == Math.Min(slices.Get, count.Get)
                && chosen.SequenceEqual(chosen.Distinct().Order())
                && chosen.All(z => z >= 0 && z < slices.Get);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Regression_80_slices_in_5_steps_of_16_showed_key_frames_of_a_GOP_of_8_alone() =>
        Assert.Single(SliceChoice.Evenly(80), z => z % 8 == 0);
}
