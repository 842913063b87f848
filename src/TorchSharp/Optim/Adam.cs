using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Kingma and Ba (2015). A weight decay is added to the gradient.</summary>
        public class Adam : AdamBase
        {
            public Adam(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                : this([new Modules.ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
            {
            }

            internal Adam(
                IEnumerable<Modules.ParamGroup> groups, double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize)
                : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
            {
                foreach (var group in groups)
                {
                    add_param_group(group);
                }
            }

            private protected override bool Decoupled => false;

            private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
                new State(parameter, ((AdamOptions)options).amsgrad!.Value);

            /// <summary>What it remembers of one parameter.</summary>
            public class State : AdamState
            {
                internal State(Parameter parameter, bool amsgrad)
                    : base(parameter, amsgrad)
                {
                }
            }

            /// <summary>Settings of one group.</summary>
            public class Options : AdamOptions
            {
            }

            /// <summary>A group with settings of its own.</summary>
            public class ParamGroup : Modules.ParamGroup
            {
                public ParamGroup(
                    IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                    : this(
                        parameters,
                        new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
                {
                }

                public ParamGroup()
                    : base([])
                {
                }

                public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                    : base(parameters, options)
                {
                }
            }
        }
    }

    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>The default of beta2 is TorchSharp's, not PyTorch's 0.999: say which.</summary>
            public static Adam Adam(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.99, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new([new ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            public static Adam Adam(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.99, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new([new ParamGroup(parameters.Select(p => p.parameter))], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            public static Adam Adam(
                IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.99, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
