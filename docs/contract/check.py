"""temporary"""
import csv, time
from pathlib import Path
import dropblock, randomness
from dropblock import *

def old(stream, t, count):
    if t == 1<<53: return [randomness.WORD]*count
    out=[]
    for j in range(count):
        below_, und = 0, randomness.WORD
        rest = t << 11 & randomness.WORD
        d=0
        while rest and und:
            r = stream.block(j*32 + d//2)[d%2]
            if rest >> 63:
                below_ |= und & ~r; und &= r
            else: und &= ~r
            d+=1; rest = rest<<1 & randomness.WORD
        out.append(below_)
    return out
dropblock.dense_words = old

def fnv(dropped):
    h = 0xcbf29ce484222325
    for b in dropped:
        h = ((h ^ (1-b)) * 0x100000001b3) & randomness.WORD
    return h
def nums(s): return tuple(map(int, s.split('x')))
def reg(name):
    w = name.split()
    kinds = {'DROPOUT':'ELEMENT','SPATIAL_DROPOUT':'PLANE','DROP_PATH':'SAMPLE','DROP_PATH_OF_BATCH':'BATCH'}
    if w[0] in kinds: return Dropout(float(w[1]), kinds[w[0]])
    if w[0]=='CUTOUT':
        h,s = nums(w[1]); return Cutout(h,(s,s,s))
    b=int(w[2]); return DropBlock(float(w[1]), (b,b,b), region=w[3], sharing=w[4])
R = Path('../../src/test/resources')
bad=n=0
t=time.time()
for f in ('golden-masks.csv','golden-regularizers.csv'):
    for row in csv.DictReader(open(R/f)):
        shape=nums(row['shape'])
        r = reg(row['regularizer']) if 'regularizer' in row else DropBlock(float(row['keepProb']), nums(row['block']), row['seedRegion'], row['gammaRule'])
        m = r.sample(shape, int(row['seed']), int(row['step']), int(row['firstSample']))
        n+=1
        if (len(m)-sum(m), '%016x'%fnv(m)) != (int(row['kept']), row['fnv1a']):
            bad+=1; print(row)
print(n,bad,time.time()-t)
g=randomness.Xoshiro(1,2,3,4)
print([g.next() for _ in range(10)])
