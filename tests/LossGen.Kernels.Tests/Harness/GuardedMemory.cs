using System;

namespace LossGen.Kernels.Tests.Harness;

/// <summary>
/// Memory with a protected page right before its first and right after its last element: a read or write outside it ends the process. Two
/// mappings, since a length is rarely a whole number of pages: one touches the page before, the other the page after.
/// </summary>
internal sealed unsafe class GuardedMemory<T> : IDisposable
    where T : unmanaged
{
    private const int Page = 4096;

    private readonly nuint size;
    private readonly byte* mapping;
    private readonly T* first;
    private readonly int length;

    /// <param name="content">What the memory holds.</param>
    /// <param name="atEnd">Whether the protected page after it is the near one.</param>
    public GuardedMemory(ReadOnlySpan<T> content, bool atEnd)
    {
        length = content.Length;
        int bytes = length * sizeof(T);
        int inner = Math.Max(Page, (bytes + Page - 1) / Page * Page);
        size = (nuint)(inner + (2 * Page));
        mapping = (byte*)Pages.Map(0, size, protection: 3, flags: 0x22, file: -1, offset: 0);
        if ((nint)mapping == -1 || Pages.Protect(mapping, Page, 0) != 0 || Pages.Protect(mapping + Page + inner, Page, 0) != 0)
        {
            throw new InvalidOperationException("The memory cannot be mapped and protected.");
        }

        first = (T*)(mapping + Page + (atEnd ? inner - bytes : 0));
        content.CopyTo(Span);
    }

    public Span<T> Span => new(first, length);

    public void Dispose() => Pages.Unmap(mapping, size);
}
