using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Encode.Hm;

public sealed class HmLogTests
{
    private const string First = "HM software: Encoder Version [16.25] (including RExt)[Linux][GCC 12.2.0][64 bit] ";

    [Theory]
    [InlineData("POC    0 TId: 0 ( I-SLICE, nQP 31 QP 31 )     123456 bits [Y 41.2345 dB    U 0.0000 dB    V 0.0000 dB] [ET     3 ] [L0 ] [L1 ]", 3)]
    [InlineData("POC    0 TId: 0 ( I-SLICE, QP 31 ) 123456 bits [Y 41.2345 dB U inf dB V inf dB] [ET 3 ] [L0 ] [L1 ]", 3)]
    [InlineData("POC    0 TId: 0 ( I-SLICE, QP 31 )     123456 bits [Y 41.2345 dB] [ET 3.25 ]", 3.25)]
    [InlineData("POC    0 LId:  0 TId: 0 ( i-SLICE, QP 31 ) 123456 bits [Y inf dB]", 0)]
    [InlineData("POC 0 TId: 0 ( I-SLICE, nQP 31 QP 31 ) 123456 bits [Y 1 dB] [Y MSE 4.1 U MSE 0 V MSE 0] [MS-SSIM Y 0.99] [xPSNR 40.1 dB] [ET     3 ] [L0 ] [L1 ] [MD5:0011,(unk)]", 3)]
    [InlineData("  some words first POC   0 TId: 0 ( I-SLICE, QP 31 ) 123456 bits", 0)]
    public void A_picture_is_read_in_every_versions_words(string line, double seconds)
    {
        var log = new HmLog([31], null);
        log.Add(First);
        log.Add(line);
        Assert.Equal(new HmPicture("I", 123456, seconds), Assert.Single(log.Complete()));
        Assert.Equal("16.25", log.Version);
    }

    [Theory]
    [InlineData(" Total Time:       12.500 sec. [user]       13.000 sec. [elapsed]", 12.5)]
    [InlineData(" Total Time:      612.031 sec.", 612.031)]
    public void The_end_is_read(string time, double seconds)
    {
        var log = new HmLog([], null);
        log.Add("Bytes written to file: 4711 (80.000 kbps)");
        log.Add(time);
        Assert.Equal((4711, TimeSpan.FromSeconds(seconds)), (log.BytesWritten, log.ProcessorTime));
    }

    [Theory]
    [InlineData("POC    1 TId: 0 ( P-SLICE, QP 35 ) 5 bits", "frame 1", "QP 35", "34")]
    [InlineData("POC    1 TId: 0 ( P-SLICE, nQP 34 QP -5 ) 5 bits", "frame 1", "QP -5", "34")]
    [InlineData("POC    1 TId: 0 ( B-SLICE, QP 34 ) 5 bits", "frame 1", "B slice", "P")]
    [InlineData("POC    1 TId: 0 ( I-SLICE, QP 34 ) 5 bits", "frame 1", "I slice", "P")]
    [InlineData("POC    2 TId: 0 ( P-SLICE, QP 34 ) 5 bits", "frame 2", "there are 2", "2")]
    [InlineData("POC    0 TId: 0 ( I-SLICE, QP 31 ) 5 bits", "frame 0", "second time", "0")]
    [InlineData("POC    1 TId: 0 ( P-SLICE, QP 34 ) 99999999999999999999999 bits", "cannot be", "999", "POC")]
    public void A_picture_that_is_not_as_asked_is_named(string line, params string[] parts)
    {
        var log = new HmLog([31, 34], null);
        log.Add(First);
        log.Add("POC    0 TId: 0 ( I-SLICE, QP 31 ) 5 bits");
        var e = Assert.Throws<ToolException>(() => log.Add(line));
        Assert.All(parts, p => Assert.Contains(p, e.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("8.0")]
    [InlineData("10.0")]
    [InlineData("15.0+RExt-8.1")]
    [InlineData("16.9")]
    [InlineData("next")]
    public void Another_version_is_refused_by_name(string version)
    {
        var e = Assert.Throws<ToolException>(() => new HmLog([31], null).Add($"HM software: Encoder Version [{version}][Linux]"));
        Assert.Contains($"HM {version}: expected 16.14 or later", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("16.14")]
    [InlineData("16.21+SCM-8.8")]
    [InlineData("17.0")]
    [InlineData("18.0")]
    public void Newer_versions_are_taken(string version)
    {
        var log = new HmLog([], null);
        log.Add($"HM software: Encoder Version [{version}][Linux]");
        Assert.Equal(version, log.Version);
    }

    [Theory]
    [InlineData("error: Unknown option `CtuQpMap' (value:`map.txt')")]
    [InlineData("Unhandled argument ignored: `--CtuQpMap=map.txt'")]
    [InlineData("unrecognized option --ctuqpmap")]
    public void An_option_that_HM_does_not_know_is_told_with_what_to_do(string line)
    {
        var e = Assert.Throws<ToolException>(() => new HmLog([31], "--CtuQpMap").Add(line));
        Assert.Contains("has no option --CtuQpMap", e.Message, StringComparison.Ordinal);
        Assert.Contains("--hm-map-option", e.Message, StringComparison.Ordinal);
        new HmLog([31], null).Add(line);
        new HmLog([31], "--CtuQpMap").Add("CtuQpMap : map.txt");
    }

    [Fact]
    public void Garbage_never_breaks_the_reader()
    {
        var random = new Random(5);
        var words = (string[])["POC", " ", "0", "(", ")", "-SLICE", "QP", "31", "bits", "[ET", "]", "\0", "Version [", "x", "Total Time:", "sec", "é", "Bytes written to file:", "1e99"];
        for (var i = 0; i < 20000; i++)
        {
            var line = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => words[random.Next(words.Length)]));
            var e = Record.Exception(() => new HmLog([31], "--CtuQpMap").Add(line));
            Assert.True(e is null or ToolException, line);
        }
    }
}
