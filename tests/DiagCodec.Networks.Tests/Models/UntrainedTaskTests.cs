using DiagCodec.Networks.Models;
using DiagCodec.Networks.Tests.Support;

namespace DiagCodec.Networks.Tests.Models;

public sealed class UntrainedTaskTests : IDisposable
{
    private static readonly ModelTask Untrained = Tasks.Full with { Variants = new ModelVariants(null, null), Training = null };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_task_still_to_be_trained_is_read_and_written()
    {
        ModelTaskJson.Write(_folder["task.json"], Untrained, overwrite: false);
        var text = string.Concat(File.ReadAllText(_folder["task.json"]).Where(c => !char.IsWhiteSpace(c)));
        Assert.Contains("""variants":{"plain":null,"hardened":null},"training":null""", text, StringComparison.Ordinal);
        var read = ModelTaskJson.Read(_folder["task.json"]);
        Assert.Equal((Untrained.Variants, null), (read.Variants, read.Training));
    }

    [Theory]
    [InlineData("\"plain\": null,", "variants.plain: expected")]
    [InlineData(",\n    \"hardened\": null", "variants.hardened: expected")]
    [InlineData("\"training\": null,", "training: expected")]
    public void A_null_has_to_be_written(string field, string told)
    {
        ModelTaskJson.Write(_folder["task.json"], Untrained, overwrite: false);
        var text = File.ReadAllText(_folder["task.json"]);
        Assert.Contains(field, text, StringComparison.Ordinal);
        File.WriteAllText(_folder["task.json"], text.Replace(field, "", StringComparison.Ordinal));
        Told.Of(() => ModelTaskJson.Read(_folder["task.json"]), told, "found nothing");
    }

    [Fact]
    public void Weights_without_a_record_of_their_making_are_refused() =>
        AssertRefused(Tasks.Full with { Training = null }, "training: expected how the weights were made, found null");

    [Fact]
    public void Hardened_weights_without_plain_ones_are_refused() =>
        AssertRefused(
            Tasks.Full with { Variants = Tasks.Full.Variants with { Plain = null } }, "variants.plain: expected weights, as there are hardened ones, found null");

    [Fact]
    public void Two_variants_in_one_file_are_refused() =>
        AssertRefused(
            Tasks.Full with { Variants = Tasks.Full.Variants with { Hardened = Tasks.Full.Variants.Plain } }, "variants.hardened.file: expected a file of its own");

    [Fact]
    public void The_variants_present_are_listed()
    {
        var stored = new StoredWeights("w.safetensors", new string('0', 64));
        Assert.Empty(new ModelVariants(null, null).Present());
        Assert.Equal([WeightsVariant.Plain], new ModelVariants(stored, null).Present());
        Assert.Equal([WeightsVariant.Plain, WeightsVariant.Hardened], new ModelVariants(stored, stored with { File = "h.safetensors" }).Present());
        Assert.Same(stored, new ModelVariants(stored, null).Of(WeightsVariant.Plain));
        Assert.Null(new ModelVariants(stored, null).Of(WeightsVariant.Hardened));
    }

    [Fact]
    public void Opening_weights_that_nobody_trained_yet_tells_how_to()
    {
        ModelTaskJson.Write(_folder["task.json"], Untrained, overwrite: false);
        var model = ModelFolder.Open(_folder.Root);
        Told.Of(() => model.OpenWeights(WeightsVariant.Plain, default), _folder.Root, "has no weights yet", "train segmentation");
        Told.Of(() => model.OpenWeights(WeightsVariant.Hardened, default), _folder.Root, "has no hardened weights");
    }

    [Fact]
    public void Inputs_are_multiples_of_two_to_the_halvings()
    {
        for (var levels = 2; levels <= 8; levels++)
        {
            Assert.Equal((int)Math.Pow(2, levels - 1), new NetworkLayout(NetworkKind.Unet2d, [.. Enumerable.Repeat(8, levels)], 8).Multiple);
        }
    }

    private void AssertRefused(ModelTask task, string told)
    {
        var e = Assert.Throws<ArgumentException>(() => ModelTaskJson.Write(_folder["task.json"], task, overwrite: false));
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["task.json"]));
    }
}
