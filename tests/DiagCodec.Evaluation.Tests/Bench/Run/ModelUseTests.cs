using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

public sealed class ModelUseTests : IDisposable
{
    private readonly FreshFolder _folder = new();
    private readonly List<string> _told = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_policy_of_another_task_or_of_measured_cases_is_told()
    {
        var policy = Write(d => TestPolicy.Tuned(d, 1));
        Tell("rod", ["b", "a"], policy);
        Assert.Equal(
            ["method m: policy p was tuned for disk, not for rod", "method m: policy p was tuned with a, which is measured too"], _told);
    }

    [Fact]
    public void A_policy_of_this_task_and_of_other_cases_is_silent()
    {
        Tell("disk", ["b"], Write(d => TestPolicy.Tuned(d, 1)));
        Tell("disk", ["b"], null);
        Assert.Empty(_told);
    }

    [Fact]
    public void A_pretrained_policy_is_of_no_task()
    {
        Tell("rod", ["a"], Write(d => d));
        Assert.Empty(_told);
    }

    private void Tell(string task, string[] cases, PolicyDocument? policy) => new ModelUse(task, [.. cases], _told.Add).Tell("m", policy);

    private PolicyDocument Write(Func<PolicyDocument, PolicyDocument> change) =>
        TestPolicy.Write(Path.Combine(_folder.Path, "p"), TestPolicy.One, change).Document;
}
