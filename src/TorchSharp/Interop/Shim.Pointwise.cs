using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal static partial class Shim
{
    [LibraryImport(Library)]
    internal static partial Tensor ts_abs(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_abs_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_ceil(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_ceil_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_cos(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_cos_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_erf(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_erf_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_erfc(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_erfc_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_exp(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_exp_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_expm1(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_expm1_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_floor(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_floor_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_log(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_log_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_log10(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_log10_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_log1p(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_log1p_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_log2(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_log2_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_neg(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_neg_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_reciprocal(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_reciprocal_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_relu(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_relu_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_round(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_round_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_rsqrt(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_rsqrt_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_sigmoid(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_sigmoid_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_sign(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_sign_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_sin(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_sin_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_sqrt(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_sqrt_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_square(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_square_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_tan(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_tan_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_tanh(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_tanh_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_trunc(Tensor self);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_trunc_(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_div(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_div_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_div_(Tensor self, Tensor other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_div_number_(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_fmod(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_fmod_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_fmod_(Tensor self, Tensor other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_fmod_number_(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_mul(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_mul_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_mul_(Tensor self, Tensor other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_mul_number_(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_pow(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_pow_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_pow_(Tensor self, Tensor other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_pow_number_(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_remainder(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_remainder_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_remainder_(Tensor self, Tensor other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_remainder_number_(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_add(Tensor self, Tensor other, Scalar alpha);

    [LibraryImport(Library)]
    internal static partial Tensor ts_add_number(Tensor self, Scalar other, Scalar alpha);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_add_(Tensor self, Tensor other, Scalar alpha);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_add_number_(Tensor self, Scalar other, Scalar alpha);

    [LibraryImport(Library)]
    internal static partial Tensor ts_sub(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_sub_number(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_number_sub(Scalar self, Tensor other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_sub_(Tensor self, Tensor other);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_sub_number_(Tensor self, Scalar other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_number_div(Scalar self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_number_pow(Scalar self, Tensor exponent);

    [LibraryImport(Library)]
    internal static partial Tensor ts_floor_divide(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_addcmul(Tensor self, Tensor first, Tensor second, Scalar value);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_addcmul_(Tensor self, Tensor first, Tensor second, Scalar value);

    [LibraryImport(Library)]
    internal static partial Tensor ts_addcdiv(Tensor self, Tensor first, Tensor second, Scalar value);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_addcdiv_(Tensor self, Tensor first, Tensor second, Scalar value);

    [LibraryImport(Library)]
    internal static partial Tensor ts_lerp(Tensor self, Tensor end, Tensor weight);

    [LibraryImport(Library)]
    internal static partial Tensor ts_atan2(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_maximum(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_minimum(Tensor self, Tensor other);

    [LibraryImport(Library)]
    internal static partial Tensor ts_clamp(Tensor self, Scalar low, Scalar high);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_clamp_(Tensor self, Scalar low, Scalar high);

    [LibraryImport(Library)]
    internal static partial Tensor ts_round_decimals(Tensor self, long decimals);

    [LibraryImport(Library)]
    internal static partial Tensor ts_leaky_relu(Tensor self, double slope);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_leaky_relu_(Tensor self, double slope);

    [LibraryImport(Library)]
    internal static partial Tensor ts_elu(Tensor self, double alpha);

    [LibraryImport(Library)]
    internal static partial Tensor ts_gelu(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_silu(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_softplus(Tensor self, double beta, double threshold);

    [LibraryImport(Library)]
    internal static partial Tensor ts_log_sigmoid(Tensor self);

    [LibraryImport(Library)]
    internal static partial Tensor ts_softmax(Tensor self, long dim, int dtype);

    [LibraryImport(Library)]
    internal static partial Tensor ts_log_softmax(Tensor self, long dim, int dtype);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_fill_(Tensor self, Scalar value);

    [LibraryImport(Library)]
    [return: MarshalUsing(typeof(Status))]
    internal static partial int ts_zero_(Tensor self);
}
