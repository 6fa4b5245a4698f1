"""Council protocols: read, checked, modelled, compared and rendered in English and Welsh."""
