using DiagCodec.Coding.Encode.Hm;

namespace DiagCodec.Coding.Tests.Encode.Hm;

public sealed class HmGopTests
{
    [Theory]
    [InlineData(12, 11, 17, 16, 13)]
    [InlineData(17, 16, 22, 21, 18)]
    [InlineData(22, 21, 27, 26, 23)]
    [InlineData(27, 26, 34, 33, 28)]
    [InlineData(32, 31, 40, 39, 33)]
    [InlineData(37, 36, 45, 44, 38)]
    [InlineData(42, 41, 50, 49, 43)]
    public void The_pyramid_gives_HMs_own_QPs(int qp, int intra, int odd, int even, int key)
    {
        int[] expected = [intra, odd, even, odd, even, odd, even, odd, key, odd, even, odd, even, odd, even, odd, key, odd];
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(i => HmGop.Pyramid.SliceQp(qp, i, 0)));
    }

    [Fact]
    public void The_flat_structure_reaches_every_QP_from_every_base()
    {
        for (var baseQp = 0; baseQp <= 51; baseQp++)
        {
            for (var wanted = 0; wanted <= 51; wanted++)
            {
                foreach (var frame in (int[])[0, 1, 8, 9])
                {
                    var delta = HmGop.Flat.DeltaQp(baseQp, frame, wanted, 0);
                    Assert.Equal(wanted, Assert.NotNull(delta) + baseQp);
                }
            }
        }
    }

    [Fact]
    public void A_delta_is_given_exactly_where_some_delta_reaches_the_QP()
    {
        foreach (var (frame, lowest, wanted) in from f in (int[])[0, 1, 2, 8] from l in (int[])[0, -12, -24] from w in Enumerable.Range(0, 52) select (f, l, w))
        {
            foreach (var baseQp in (int[])[0, 1, 27, 32, 50, 51])
            {
                var nearest = Enumerable.Range(-80, 161).Where(d => HmGop.Pyramid.SliceQp(baseQp + d, frame, lowest) == wanted).OrderBy(Math.Abs).ThenBy(d => d).Cast<int?>().FirstOrDefault();
                var found = HmGop.Pyramid.DeltaQp(baseQp, frame, wanted, lowest);
                Assert.Equal(nearest is null, found is null);
                if (found is { } delta)
                {
                    Assert.Equal(wanted, HmGop.Pyramid.SliceQp(baseQp + delta, frame, lowest));
                }
            }
        }
    }

    [Theory]
    [InlineData(28)]
    [InlineData(32)]
    [InlineData(37)]
    public void The_steps_of_the_model_term_leave_QPs_out(int wanted) => Assert.Null(HmGop.Pyramid.DeltaQp(30, 1, wanted, 0));

    [Fact]
    public void The_lines_are_HMs_low_delay_structure()
    {
        Assert.Equal(
            [
                ("Frame1", "P 1 5 -6.5 0.259 0 0 1.0 0 0 0 4 4 -1 -9 -17 -25 0"),
                ("Frame2", "P 2 4 -6.5 0.259 0 0 1.0 0 0 0 4 4 -1 -2 -10 -18 1 -1 5 1 1 1 0 1"),
                ("Frame8", "P 8 1 0.0 0.0 0 0 1.0 0 0 0 4 4 -1 -8 -16 -24 1 -1 5 0 1 1 1 1"),
            ],
            HmGop.Pyramid.Lines().Where(l => l.Name is "Frame1" or "Frame2" or "Frame8"));
        Assert.All(HmGop.Flat.Lines(), l => Assert.Equal(["0", "0.0", "0.0"], l.Value.Split(' ')[2..5]));
    }

    [Fact]
    public void Every_reference_set_follows_from_the_one_before_as_the_standard_predicts_it()
    {
        int[] before = [];
        foreach (var (name, value) in HmGop.Pyramid.Lines())
        {
            var numbers = value.Split(' ')[11..].Select(int.Parse).ToArray();
            var poc = name[^1] - '0';
            var references = numbers[2..6];
            Assert.Equal([-1, .. new[] { 0, -8, -16, -24 }.Select(key => key - poc).Where(r => r != -1).Take(3)], references);
            if (poc > 1)
            {
                Assert.Equal((1, -1, 5), (numbers[6], numbers[7], numbers[8]));
                var kept = before.Append(0).Select(r => r - 1).Zip(numbers[9..]).Where(p => p.Second == 1).Select(p => p.First);
                Assert.Equal(references.Order(), kept.Order());
            }

            before = references;
        }
    }
}
