"""A document as everybody above the readers sees it: blocks in reading order, words with places.

`places` says where words stand, `blocks` what a reader gives, `words` what is cut out of it.
"""
