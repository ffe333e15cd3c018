"""What holders bind themselves to or require, and on which conditions."""
