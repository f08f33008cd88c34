// Lets records and init-only properties compile for netstandard2.0; the compiler looks the type up by name.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
