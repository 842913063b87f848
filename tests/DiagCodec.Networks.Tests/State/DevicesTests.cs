using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.State;
using TorchSharp;

namespace DiagCodec.Networks.Tests.State;

public class DevicesTests
{
    [Fact]
    public void The_processor_is_always_there() => Assert.Equal(DeviceType.CPU, Devices.Open("cpu").type);

    [Fact]
    public void A_graphics_processor_is_there_or_told_to_be_missing()
    {
        if (torch.cuda.is_available())
        {
            Assert.Equal(DeviceType.CUDA, Devices.Open("cuda").type);
            return;
        }

        Assert.Contains("--device cpu", Assert.Throws<ToolException>(() => Devices.Open("cuda")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CPU")]
    [InlineData("cuda:1")]
    public void Other_words_are_refused(string name) =>
        Assert.Contains("expected cpu or cuda", Assert.Throws<UsageException>(() => Devices.Open(name)).Message, StringComparison.Ordinal);
}
