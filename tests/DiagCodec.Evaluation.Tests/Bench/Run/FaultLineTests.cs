using DiagCodec.Evaluation.Bench.Run;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

public class FaultLineTests
{
    [Theory]
    [InlineData("/data/b/coded/ab/.abcd.partial-0a1b2c3d/stream/v.hevc: is broken", "v.hevc: is broken")]
    [InlineData("x265: cannot read '/scratch/diagcodec-AbC123/in.yuv'\nsorry", "x265: cannot read 'in.yuv' sorry")]
    [InlineData("/scratch/diagcodec-AbC123: no room", "diagcodec-work: no room")]
    [InlineData("/usr/bin/cjxl ended with 3", "cjxl ended with 3")]
    [InlineData("8 bits/voxel and 1/2 of it", "8 bits/voxel and 1/2 of it")]
    [InlineData("see https://example.org/a/b", "see https://example.org/a/b")]
    [InlineData("/data/b/.x.json.partial-00ff00ff: full", "x.json: full")]
    public void Paths_and_temporary_names_are_left_out(string message, string line) => Assert.Equal(line, FaultLine.Of(message, "/data/b"));
}
