"""Names of persons, organisations and places inside one article."""
