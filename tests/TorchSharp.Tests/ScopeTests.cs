using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        Tensor inner;
        using var outer = NewDisposeScope();
        Tensor moved, detached;
        using (NewDisposeScope())
        {
            inner = zeros(2);
            moved = zeros(2).MoveToOuterDisposeScope();
            detached = zeros(2).DetachFromDisposeScope();
        }

        Assert.True(inner.IsInvalid);
        Assert.False(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
        Assert.Equal(1, outer.DisposablesCount);
        outer.Dispose();
        Assert.True(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void A_scope_does_not_see_another_thread()
    {
        using var scope = NewDisposeScope();
        var thread = new Thread(() => zeros(2).Dispose());
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Disposing_everything_but_some_keeps_them()
    {
        using var scope = NewDisposeScope();
        var (kept, gone) = (zeros(2), zeros(2));
        scope.DisposeEverythingBut([kept]);
        Assert.False(kept.IsInvalid);
        Assert.True(gone.IsInvalid);
    }

    [Fact]
    public void Using_a_disposed_tensor_is_refused()
    {
        var tensor = zeros(2);
        tensor.Dispose();
        tensor.Dispose();
        Assert.ThrowsAny<InvalidOperationException>(() => tensor.exp());
        Assert.Throws<ObjectDisposedException>(() => tensor.shape);
        using var other = zeros(2);
        Assert.Throws<ObjectDisposedException>(() => other + tensor);
    }

    [Fact]
    public void Null_is_refused_where_a_tensor_is_needed()
    {
        using var tensor = zeros(2);
        Assert.Throws<ArgumentNullException>(() => tensor.add((Tensor)null!));
        Assert.Throws<ArgumentNullException>(() => cat([tensor, null!]));
    }

    [Fact]
    public void Modules_own_their_parameters_whatever_the_scope()
    {
        nn.Module<Tensor, Tensor> layer;
        using (NewDisposeScope())
        {
            layer = nn.BatchNorm2d(3);
        }

        Assert.All(layer.state_dict().Values, t => Assert.False(t.IsInvalid));
        var all = layer.state_dict().Values.ToArray();
        layer.Dispose();
        Assert.All(all, t => Assert.True(t.IsInvalid));
    }

    [Fact]
    public void A_thousand_training_steps_leave_no_tensors_and_no_memory_behind()
    {
        using var net = nn.Sequential(nn.Conv2d(1, 4, 3, padding: 1), nn.GroupNorm(2, 4), nn.ReLU(), nn.Conv2d(4, 2, 1));
        using var optimiser = optim.Adam(net.parameters());
        var (tensors, memory) = (0L, 0L);
        for (var i = 0; i < 1000; i++)
        {
            using (NewDisposeScope())
            {
                optimiser.zero_grad();
                net.call(rand(2, 1, 64, 64)).square().mean().backward();
                nn.utils.clip_grad_norm_(net.parameters(), 1);
                optimiser.step();
            }

            if (i == 100)
            {
                CollectGarbage();
                (tensors, memory) = (Shim.LiveTensors, Environment.WorkingSet);
            }
        }

        CollectGarbage();
        Assert.Equal(tensors, Shim.LiveTensors);

        // One step's activations are above 200 kB: a single one kept by every step would be 180 MB.
        Assert.InRange(Environment.WorkingSet - memory, long.MinValue, 40L << 20);
    }

    /// <summary>Tensors that earlier tests left to the collector would else be freed at some moment between two counts.</summary>
    private static void CollectGarbage()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
