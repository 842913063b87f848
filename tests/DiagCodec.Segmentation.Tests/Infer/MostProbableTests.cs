using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Segmentation.Tests.Infer;

public class MostProbableTests
{
    [Fact]
    public void The_highest_wins_and_the_lower_number_of_equals()
    {
        float[] probabilities = [0.5f, 0.2f, 0.3f, 0, 0.3f, 0.4f, 0.3f, 0, 0.2f, 0.4f, 0.4f, 0];
        byte[] labels = [9, 9, 9, 9];
        MostProbable.Of(probabilities, 3, labels);
        Assert.Equal([0, 1, 2, 0], labels);
    }

    [Fact]
    public void As_many_classes_as_a_byte_holds()
    {
        var probabilities = new float[256 * 2];
        probabilities[255 * 2] = 1;
        probabilities[(128 * 2) + 1] = 1;
        var labels = new byte[2];
        MostProbable.Of(probabilities, 256, labels);
        Assert.Equal([255, 128], labels);
    }

    [Fact]
    public void One_class_is_background()
    {
        byte[] labels = [7];
        MostProbable.Of([0.1f], 1, labels);
        Assert.Equal([0], labels);
    }
}
