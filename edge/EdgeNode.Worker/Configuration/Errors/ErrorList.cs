using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>Collects mistakes while the whole file is read, and tells them in the order of the file.</summary>
internal sealed class ErrorList
{
    private readonly List<ConfigurationError> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(SourcePlace place, string what, string cure) => _errors.Add(new(place, what, cure));

    public ImmutableArray<ConfigurationError> Sorted() =>
        [.. _errors.OrderBy(error => error.Place.Line).ThenBy(error => error.Place.Column)];
}
