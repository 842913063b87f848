using DiagCodec.Evaluation.Bench.Methods.External.Programs;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.External;

public class ExternalFaultTests
{
    public static TheoryData<string, double> Codecs() => new()
    {
        { "x264", 20 }, { "x265-default", 20 }, { "x265-abr", 1 }, { "hevc-intra", 20 },
        { "jpeg", 80 }, { "jpeg-2000", 2 }, { "jpeg-ls", 0 }, { "jpeg-xl", 0.5 },
    };

    [SkippableTheory]
    [MemberData(nameof(Codecs))]
    public async Task BrokenFilesAreRefusedInOneLine(string codec, double parameter)
    {
        using var test = await ExternalCase.CreateAsync(ExternalCase.Setting(codec, parameter), 96, 96, 3);
        var (_, folder) = await test.EncodeAsync(parameter);
        var file = Directory.GetFiles(folder).Order().Last();
        var whole = File.ReadAllBytes(file);
        var garbage = new byte[5000];
        new Random(7).NextBytes(garbage);
        byte[][] broken = [[], whole[..10], whole[..(whole.Length / 2)], garbage, [.. whole[..2], .. garbage], new byte[100]];
        foreach (var bytes in broken)
        {
            File.WriteAllBytes(file, bytes);
            var fault = await Assert.ThrowsAsync<ToolException>(() => test.DecodeAsync(folder));
            Assert.DoesNotContain('\n', fault.Message);
            Assert.InRange(fault.Message.Length, 10, 500);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Codecs))]
    public async Task FlippedBitsGiveFramesOrAFault(string codec, double parameter)
    {
        using var test = await ExternalCase.CreateAsync(ExternalCase.Setting(codec, parameter), 96, 96, 2);
        var (_, folder) = await test.EncodeAsync(parameter);
        var file = Directory.GetFiles(folder).Order().First();
        var whole = File.ReadAllBytes(file);
        var random = new Random(11);
        for (var run = 0; run < 6; run++)
        {
            var bytes = (byte[])whole.Clone();
            for (var flip = 0; flip < 3; flip++)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(file, bytes);
            try
            {
                Assert.Equal(2, (await test.DecodeAsync(folder)).Frames.Length);
            }
            catch (ToolException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Codecs))]
    public async Task AnotherNumberOfFramesOrAnotherFormatIsRefused(string codec, double parameter)
    {
        using var test = await ExternalCase.CreateAsync(ExternalCase.Setting(codec, parameter), 96, 96, 3);
        var (_, folder) = await test.EncodeAsync(parameter);
        await Assert.ThrowsAsync<ToolException>(() => test.DecodeAsync(folder, 2));
        await Assert.ThrowsAsync<ToolException>(() => test.DecodeAsync(folder, 4));
        var wide = test.Format with { Width = 100 };
        var deep = test.Format with { BitDepth = test.Format.BitDepth == 8 ? 12 : 8 };
        foreach (var format in new[] { wide, deep })
        {
            var fault = await Assert.ThrowsAsync<ToolException>(() => test.Method.DecodeAsync(folder, format, 3, (_, _) => { }, default));
            Assert.Contains("expected", fault.Message, StringComparison.Ordinal);
        }

        foreach (var file in Directory.GetFiles(folder))
        {
            File.Delete(file);
        }

        await Assert.ThrowsAsync<ToolException>(() => test.DecodeAsync(folder));
    }

    [SkippableTheory]
    [InlineData("x265-default", 20)]
    [InlineData("jpeg", 80)]
    public async Task CancellationEndsIt(string codec, double parameter)
    {
        using var test = await ExternalCase.CreateAsync(ExternalCase.Setting(codec, parameter), 96, 96, 3);
        var (_, folder) = await test.EncodeAsync(parameter);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Method.EncodeAsync(test.Input, parameter, folder, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => test.Method.DecodeAsync(folder, test.Format, 3, (_, _) => { }, cancelled.Token));
    }

    [Fact]
    public async Task AMissingProgramSaysHowToGetIt()
    {
        var fault = await Assert.ThrowsAsync<ToolException>(
            () => new ExternalProgram("no-such-codec").RunAsync(Path.GetTempPath(), "0000.x", ["-h"], default));
        Assert.Equal("no-such-codec is not installed; run scripts/setup", fault.Message);
    }
}
