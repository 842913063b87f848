using DiagCodec.Coding.Archive;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed class LearnedReportTests
{
    [Fact]
    public async Task A_report_of_a_learned_codec_names_its_model_and_claims_no_video()
    {
        var video = await ReportOf.DataAsync(DiskSeries.Make());
        Assert.All(["I frame", "in the video"], word => Assert.Contains(word, ReportOf.Page(video), StringComparison.Ordinal));
        var learned = new LearnedSection("mbt2018-mean", "some-model", 2, new string('a', 64), new string('b', 64), []);
        var page = ReportOf.Page(video with { Result = video.Result with { Video = video.Result.Video with { Learned = learned } } });
        Assert.Contains("mbt2018-mean, model some-model, quality 2", page, StringComparison.Ordinal);
        Assert.All(["I frame", "P frame", "uniform QP", "Preset", "GOP", "in the video"], word => Assert.DoesNotContain(word, page, StringComparison.Ordinal));
    }
}
