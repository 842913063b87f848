using DiagCodec.Imaging.Volumes;
using DiagCodec.Segmentation.Input;

namespace DiagCodec.Segmentation.Tests.Input;

public class InputLabelsTests
{
    [Fact]
    public void The_same_grid_keeps_every_label_in_a_copy()
    {
        byte[] labels = [0, 1, 2, 3, 3, 2, 1, 0];
        var made = InputLabels.Of(new LabelMap(2, 2, 2, labels, null), 4, 2, 2);
        Assert.Equal(labels, made.SelectMany(s => s));
        made[0][0] = 3;
        Assert.Equal(0, labels[0]);
    }

    /// <summary>Blocks of 4 x 4 on 2 x 2: each target pixel lies in one block of one class, with a single pixel of another in it.</summary>
    [Fact]
    public void The_majority_of_a_pixel_is_kept()
    {
        var labels = new byte[64];
        for (var i = 0; i < 64; i++)
        {
            labels[i] = (byte)((i % 8 / 4) + (2 * (i / 32)));
        }

        labels[(1 * 8) + 1] = 3;
        labels[(6 * 8) + 6] = 0;
        Assert.Equal([0, 1, 2, 3], InputLabels.Of(new LabelMap(8, 8, 1, labels, null), 4, 2, 2)[0]);
    }

    [Fact]
    public void A_finer_grid_keeps_the_blocks()
    {
        var made = InputLabels.Of(new LabelMap(2, 1, 1, new byte[] { 1, 2 }, null), 3, 8, 2)[0];
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 2], made);
    }

    /// <summary>A pixel that two classes share 3 to 5 goes to the second, though neither class number is the mean of others.</summary>
    [Fact]
    public void Class_numbers_are_never_mixed()
    {
        byte[] labels = [1, 1, 1, 3, 3, 3, 3, 3, 1, 1, 1, 3, 3, 3, 3, 3];
        Assert.Equal([3], InputLabels.Of(new LabelMap(8, 2, 1, labels, null), 4, 1, 1)[0]);
    }
}
