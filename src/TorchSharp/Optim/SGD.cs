using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Stochastic gradient descent with momentum.</summary>
        public class SGD : OptimizerHelper
        {
            private readonly Options _defaults;

            public SGD(
                IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
                bool maximize = false)
                : this(
                    [new Modules.ParamGroup(parameters)],
                    new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
            {
            }

            internal SGD(IEnumerable<Modules.ParamGroup> groups, Options defaults)
            {
                defaults.Complete(defaults);
                _defaults = defaults;
                foreach (var group in groups)
                {
                    add_param_group(group);
                }
            }

            private protected override OptimizerOptions Complete(OptimizerOptions? options)
            {
                var own = (Options?)options ?? new Options();
                own.Complete(_defaults);
                return own;
            }

            private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter);

            private protected override void Step(Modules.ParamGroup group)
            {
                var o = (Options)group.Options;
                var states = States<SGDState>(group);
                var started = Array.ConvertAll(states, s => s.Started ? 1 : 0);
                using var parameters = new Handles(group.Parameters);
                using var buffers = new Handles(states.Select(s => s.momentum_buffer));
                Shim.ts_sgd_step(
                    parameters.Values, buffers.Values, started, parameters.Count, o.LearningRate!.Value, o.momentum!.Value, o.dampening!.Value,
                    o.weight_decay!.Value, o.nesterov!.Value, o.maximize!.Value);
                for (var i = 0; i < states.Length; i++)
                {
                    states[i].Started = started[i] != 0;
                }
            }

            /// <summary>What it remembers of one parameter.</summary>
            public class State : SGDState
            {
                internal State(Parameter parameter)
                    : base(parameter)
                {
                }
            }

            /// <summary>Settings of one group.</summary>
            public class Options : SGDOptions
            {
            }

            /// <summary>A group with settings of its own.</summary>
            public class ParamGroup : Modules.ParamGroup
            {
                public ParamGroup()
                    : base([])
                {
                }

                public ParamGroup(
                    IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                    bool nesterov = false, bool maximize = false)
                    : base(
                        parameters,
                        new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
                {
                }
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            public static SGD SGD(
                IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0,
                bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            public static SGD SGD(
                IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0, double dampening = 0.0, double weight_decay = 0.0,
                bool nesterov = false, bool maximize = false) =>
                new(
                    parameters,
                    new SGD.Options { LearningRate = learningRate, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize });
        }
    }
}
