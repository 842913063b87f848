using DiagCodec.Allocation.Policies.Training;
using DiagCodec.Networks.Splits;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Tests.Policies.Training;

public sealed class AgentLessonTests
{
    [Fact]
    public void With_one_action_the_loss_is_the_critics_error_alone()
    {
        using var scope = NewDisposeScope();
        var scores = tensor(new float[] { 3, -2 }, [2, 1]);
        var values = tensor(new float[] { 0.5f, 1 }, [2]);
        var loss = AgentLesson.Loss(scores, values, [2f, -1f], samples: 4, valueWeight: 0.5, entropyWeight: 0.3, new SplitRandom(1));

        // Squared errors of (0.5, 2) and (1, -1): 2.25 and 4. A choice of one has log pi = 0 and no entropy.
        Assert.Equal(0.5 * (2.25 + 4) / 2, loss.item<float>(), 5);
    }

    [Fact]
    public void Entropy_lowers_the_loss_by_its_weight()
    {
        using var scope = NewDisposeScope();
        var scores = zeros(1, 4);
        var values = zeros(1);

        // Equal rewards that the critic foretells leave nothing but the entropy, ln 4.
        var loss = AgentLesson.Loss(scores, values, [0f, 0f, 0f, 0f], samples: 8, valueWeight: 0.5, entropyWeight: 0.25, new SplitRandom(1));
        Assert.Equal(-0.25 * Math.Log(4), loss.item<float>(), 5);
    }

    [Fact]
    public void The_step_raises_the_score_of_the_action_that_paid_and_lowers_the_others()
    {
        using var scope = NewDisposeScope();
        var scores = zeros(1, 3);
        scores.requires_grad = true;
        var values = zeros(1);
        AgentLesson.Loss(scores, values, [1f, -1f, -1f], samples: 64, valueWeight: 0, entropyWeight: 0, new SplitRandom(5)).backward();
        var gradient = scores.grad!.data<float>().ToArray();
        Assert.True(gradient[0] < 0);
        Assert.True(gradient[1] > 0 && gradient[2] > 0);
        Assert.Equal(0, gradient.Sum(), 4);
    }
}
